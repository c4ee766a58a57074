// Runs the real kustomize many times in one process, which is some ten times faster than one process each.
//
// Reads requests from stdin, each a line of JSON {"dir": ..., "args": [...], "schema": ...}, and answers each with a line
// of JSON {"exit": ..., "stdout": ..., "stderr": ...}, whose texts are in base64. "schema" tells whether the project may
// have an openapi schema, which kustomize keeps for the whole process. Go's own crashes end the process, as they end
// kustomize.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"os"
	"runtime/debug"

	"sigs.k8s.io/kustomize/kustomize/v5/commands"
	"sigs.k8s.io/kustomize/kyaml/openapi"
)

type request struct {
	Dir    string
	Args   []string
	Schema bool
}

type answer struct {
	Exit   int    `json:"exit"`
	Stdout []byte `json:"stdout"`
	Stderr []byte `json:"stderr"`
}

func main() {
	// The heap is small, so that collecting garbage as often as usual would take a quarter of the time.
	debug.SetGCPercent(800)
	answers := json.NewEncoder(os.Stdout)
	out, err := scratchFile(), scratchFile()
	os.Stdout, os.Stderr = out, err
	log.SetOutput(err)
	mayHaveSchema := false
	requests := bufio.NewReader(os.Stdin)
	for {
		line, fault := requests.ReadBytes('\n')
		if fault != nil {
			return
		}
		var asked request
		must(json.Unmarshal(line, &asked))
		must(os.Chdir(asked.Dir))
		// Only when needed: reading its own schema again takes longer than most builds.
		if mayHaveSchema || asked.Schema {
			openapi.ResetOpenAPI()
		}
		exit := run(asked.Args)
		mayHaveSchema = exit > 1 || asked.Schema
		must(answers.Encode(answer{exit, taken(out), taken(err)}))
	}
}

func run(args []string) (exit int) {
	defer func() {
		if fault := recover(); fault != nil {
			fmt.Fprintf(os.Stderr, "panic: %v\n%s", fault, debug.Stack())
			exit = 2
		}
	}()
	command := commands.NewDefaultCommand()
	command.SetArgs(args)
	if command.Execute() != nil {
		return 1
	}
	return 0
}

// A file without a name, in memory where the system has such a folder.
func scratchFile() *os.File {
	folder := "/dev/shm"
	if _, fault := os.Stat(folder); fault != nil {
		folder = ""
	}
	file, fault := os.CreateTemp(folder, "kust-fuzz-")
	must(fault)
	must(os.Remove(file.Name()))
	return file
}

// What was written to the file, which is empty afterwards.
func taken(file *os.File) []byte {
	_, fault := file.Seek(0, io.SeekStart)
	must(fault)
	text, fault := io.ReadAll(file)
	must(fault)
	must(file.Truncate(0))
	_, fault = file.Seek(0, io.SeekStart)
	must(fault)
	return text
}

func must(fault error) {
	if fault != nil {
		panic(fault)
	}
}
