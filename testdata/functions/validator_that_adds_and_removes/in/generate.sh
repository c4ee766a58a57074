cat > /dev/null
cat <<END
apiVersion: v1
kind: ConfigMap
metadata:
  name: made
  annotations:
    kustomize.config.k8s.io/needs-hash: "true"
    kustomize.config.k8s.io/behavior: create
data:
  by: $MADE_BY
END
