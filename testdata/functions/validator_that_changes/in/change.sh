echo "changing resources" >&2
sed 's/image: nginx/image: nginx:1.27/'
