#!/bin/bash
sed "s/^/ /; s/^ //; s/x: y/x: z/"
