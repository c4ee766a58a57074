cat >/dev/null
printf "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: made}\ndata: {own: '$OWN', flag: '$FLAG', both: '$BOTH', outer: '$OUTER', two: '$TWO', none: '$NONE', in: '${PWD##*/}'}\n"
