cat > /dev/null
cat <<END
apiVersion: config.kubernetes.io/v1
kind: ResourceList
items:
# Above the item.
- apiVersion: v1
  kind: Pod
  metadata:
    annotations:
      kustomize.config.k8s.io/needs-hash: "true"
    name: three
  spec:
    é: [ü, "x"]   # beside it
END
