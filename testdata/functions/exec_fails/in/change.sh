cat > /dev/null
cat <<END
apiVersion: config.kubernetes.io/v1
kind: ResourceList
items: []
results:
- message: the image is too old
  severity: error
END
exit 3
