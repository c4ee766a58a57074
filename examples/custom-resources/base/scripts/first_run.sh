#!/bin/sh
worker --create "$QUEUE"
