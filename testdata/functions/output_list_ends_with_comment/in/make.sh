#!/bin/sh
cat list.yaml
