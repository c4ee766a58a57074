#!/bin/sh
# Passes on what it is given, and adds a Service.
cat
cat <<'END'
---
apiVersion: v1
kind: Service
metadata:
  name: made
END
