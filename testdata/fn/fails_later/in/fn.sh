#!/bin/bash
sed 's/"1"/"2"/'; exit 3
