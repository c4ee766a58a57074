#!/bin/sh
cat >/dev/null
cat list.yaml
