#!/bin/bash
cat; echo "results:
- message: m # c"
