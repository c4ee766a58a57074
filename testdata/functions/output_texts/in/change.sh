#!/bin/sh
cat >given.yaml
cat added.yaml
