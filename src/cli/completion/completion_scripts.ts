/**
 * The shells' side of completion. Each script passes the words before the cursor to `kust __complete` and shows the
 * answer (see `complete.ts` for its form).
 */

const bash = (name: string) =>
  `# Completion of ${name} for bash 3.2 or later.
__kust_complete() {
  local words=() glue="" word directive candidate i
  # Bash splits words at "=": join --flag = value again.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if [[ ( $word == "=" || -n $glue ) && \${#words[@]} -gt 0 ]]; then
      words[\${#words[@]}-1]+=$word
      if [[ $word == "=" ]]; then glue=1; else glue=""; fi
    else
      words+=("$word")
    fi
  done
  local typed=\${words[\${#words[@]}-1]}
  COMPREPLY=()
  {
    read -r directive
    while IFS=$'\\t' read -r candidate _; do
      # The part before "=" is already on the line.
      if [[ $typed == --*=* ]]; then candidate=\${candidate#*=}; fi
      COMPREPLY+=("$candidate")
    done
  } < <("\${COMP_WORDS[0]}" __complete "\${words[@]}" 2>/dev/null)
  if [[ $typed == --*=* ]]; then typed=\${typed#*=}; fi
  case $directive in
    :files) while IFS= read -r candidate; do COMPREPLY+=("$candidate"); done < <(compgen -f -- "$typed") ;;
    :folders) while IFS= read -r candidate; do COMPREPLY+=("$candidate"); done < <(compgen -d -- "$typed") ;;
  esac
  if type compopt &>/dev/null; then
    case $directive in
      :files | :folders) compopt -o filenames ;;
      :parts) compopt -o nospace ;;
    esac
  fi
}
complete -F __kust_complete ${name}
`;

const zsh = (name: string) =>
  `#compdef ${name}
# Completion of ${name} for zsh.
_${name}() {
  local -a lines offers
  local line
  lines=("\${(@f)$("\${(Q)words[1]}" __complete "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  case $lines[1] in
    :files) compset -P '--*='; _files; return ;;
    :folders) compset -P '--*='; _files -/; return ;;
  esac
  for line in "\${(@)lines[2,-1]}"; do
    offers+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done
  if [[ $lines[1] == :parts ]]; then
    compadd -S '' -- "\${(@)lines[2,-1]}"
  else
    _describe ${name} offers
  fi
}
if [[ $funcstack[1] == _${name} ]]; then _${name} "$@"; else compdef _${name} ${name}; fi
`;

const fish = (name: string) =>
  `# Completion of ${name} for fish.
function __kust_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l lines ($words[1] __complete $words[2..-1] 2>/dev/null)
    set -l typed (commandline -ct)
    set -l head (string match -r -- '^--[^=]*=' $typed)
    set -l rest (string replace -r -- '^--[^=]*=' '' $typed)
    switch "$lines[1]"
        case :files
            for path in (__fish_complete_path $rest)
                printf '%s%s\\n' "$head" $path
            end
        case :folders
            for path in (__fish_complete_directories $rest)
                printf '%s%s\\n' "$head" $path
            end
        case '*'
            printf '%s\\n' $lines[2..-1]
    end
end
complete -c ${name} -f -a '(__kust_complete)'
`;

const powershell = (name: string) =>
  `# Completion of ${name} for PowerShell.
Register-ArgumentCompleter -Native -CommandName ${name} -ScriptBlock {
    param($typed, $line, $cursor)
    $words = @($line.CommandElements | Where-Object { $_.Extent.StartOffset -lt $cursor } | ForEach-Object { $_.Extent.Text })
    if ($typed -eq '') { $words += '""' }
    $program = $words[0]
    $answer = @(& $program __complete @($words | Select-Object -Skip 1 | ForEach-Object { $_.Trim('"', "'") }) 2>$null)
    if ($answer[0] -eq ':files' -or $answer[0] -eq ':folders') {
        return
    }
    $answer | Select-Object -Skip 1 | ForEach-Object {
        $word, $description = $_ -split "\`t", 2
        if (-not $description) { $description = $word }
        [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $description)
    }
}
`;

/** The script of each shell, for a program of that name. */
export const COMPLETION_SCRIPTS: Readonly<Record<string, (name: string) => string>> = { bash, zsh, fish, powershell };
