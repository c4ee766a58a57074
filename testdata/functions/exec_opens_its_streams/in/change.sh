echo "one" > /dev/stderr
cat /dev/stdin > /dev/stdout
echo "two" >> /dev/stderr
