#!/bin/sh
cat made.yaml
