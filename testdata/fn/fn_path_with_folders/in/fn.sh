#!/bin/bash
sed 's/one: "1"/one: "2"/; s/^  kind: ConfigMap/  kind: ConfigMap/'
