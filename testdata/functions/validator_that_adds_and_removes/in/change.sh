cat > /dev/null
cat <<END
apiVersion: v1
kind: ConfigMap
metadata:
  name: added
END
