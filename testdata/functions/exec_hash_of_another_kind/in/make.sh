cat > /dev/null
cat <<END
# Above the document.

apiVersion: batch/v1
# Above the kind.
kind: "Job" # beside it
spec:
    list:
      - a   # first
      - {b:    1}
    text: >-
      folded
      lines
    empty:  # nothing
metadata:
  name: 'one'
  annotations:
    note: |
      two
      lines
    kustomize.config.k8s.io/needs-hash: "true"
---
kind: Job
apiVersion: batch/v1
metadata: {name: two, annotations: {kustomize.config.k8s.io/needs-hash: "true"}}
spec: {}
# Below.
END
