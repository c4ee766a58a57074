#!/bin/bash
sed "s|path: .a.yaml.|path: ../b.yaml|"
