#!/bin/bash
cat >input.txt
