// Package content holds what dva ships: the exam's blueprint, the services,
// the facts, the cards and the questions, as YAML that people edit and as the
// one index that the program reads.
package content

import _ "embed"

//go:generate go run ../deck/compile

// Index is the whole content for deck.Open. It is made from the YAML beside
// this file by go generate.
//
//go:embed index.bin
var Index string

// CardsSchema and QuestionsSchema are the JSON schemas by which editors complete
// and check cards and questions.
var (
	//go:embed schema/cards.json
	CardsSchema string
	//go:embed schema/questions.json
	QuestionsSchema string
)
