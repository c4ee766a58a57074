#!/bin/bash
cat >/dev/null
cat <<'X'
# own head

kind: Deployment
apiVersion: apps/v1
metadata:
  name: a
  annotations: {config.k8s.io/id: "1", config.kubernetes.io/path: a.yaml, config.kubernetes.io/index: "0"}
spec:
  template:
    spec:
      containers:
      - name: x
      - name: y
      - name: z
      - image: j
      - name: one
        image: i
      - name: one
# own foot
X
