#!/bin/bash
echo "kind: ResourceList
items:
- kind: New
  metadata: {name: n, namespace: s}
results: [{message: m}]"
