#!/bin/bash
cat <<X
apiVersion: config.kubernetes.io/v1
kind: ResourceList
items:
- apiVersion: apps/v1
  metadata:
    annotations: {config.k8s.io/id: "1", config.kubernetes.io/path: a.yaml, config.kubernetes.io/index: "0"}
    name: a
  kind: Deployment
  spec:
    list: [x, z, y]
    text: >
      folded
    template:
      spec:
        containers:
        - {name: new, image: n}
        - name: c
        - image: b2
          name: a
X
