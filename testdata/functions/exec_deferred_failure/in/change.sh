cat
echo "deferred" >&2
exit 4
