echo "a: b: c"
