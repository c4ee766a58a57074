#!/usr/bin/env bash
cat >/dev/null
cat <<'EOF'
apiVersion: config.kubernetes.io/v1
kind: ResourceList
items:
- kind: Deployment
  apiVersion: apps/v1
  metadata:
    name: a
    annotations:
      config.kubernetes.io/index: '0'
      config.kubernetes.io/path: 'r.yaml'
      internal.config.kubernetes.io/index: '0'
      internal.config.kubernetes.io/path: 'r.yaml'
      internal.config.kubernetes.io/annotations-migration-resource-id: '0'
      internal.config.kubernetes.io/id: '1'
      config.k8s.io/id: '1'
    labels:
      new: n
      b: d
  spec:
    added: 1
    template:
      spec:
        volumes:
        - name: w
        containers:
        - image: zero:1
          name: zero
        - image: two:2
          name: two
          ports:
          - protocol: TCP
            containerPort: 80
        - image: one:2
          name: one
    replicas: 2 # its own
    list:
    - x
    - z
    - y
    folded: >-
      other
    empty: {a: b}
    nothing: 1
    flow: [a, c]
- apiVersion: x.io/v1
  kind: Widget
  metadata:
    name: w
    annotations:
      config.kubernetes.io/index: '1'
      config.kubernetes.io/path: 'r.yaml'
      internal.config.kubernetes.io/index: '1'
      internal.config.kubernetes.io/path: 'r.yaml'
      internal.config.kubernetes.io/annotations-migration-resource-id: '1'
      internal.config.kubernetes.io/id: '2'
      config.k8s.io/id: '2'
  spec:
    list:
    - value: 1
      name: i
    - [n, m]
EOF
