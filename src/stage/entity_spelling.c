#include "entity_link.h"
#include "utf8.h"

const struct entry *
linker_variant(const struct linker *l, uint64_t hash)
{
	const struct entry *one;

	lexicon_first(l->gazetteer->variants, hash, &one);
	return one;
}

/* The hash of a word without the marks on its letters: "Erdogan" for "Erdoğan". */
static uint64_t
plain_hash(struct slice word, uint64_t hash)
{
	char room[64];
	struct buf b = { room, 0, sizeof room };
	bool plain = true;

	for (size_t i = 0; i < word.len; i++)
		plain = plain && (unsigned char)word.at[i] < 0x80;
	if (plain || word.len * 2 > sizeof room)
		return hash;
	for (size_t i = 0, len; i < word.len; i += len)
		utf8_add(&b, utf8_base(utf8_at(word, i, &len)));
	return lexicon_hash(buf_slice(&b));
}

uint64_t
linker_find_canonical(const struct linker *l, size_t i)
{
	uint32_t term = l->scan->number[i].term;
	uint64_t hash = plain_hash(linker_text(l, i), l->scan->vocab.term[term].hash);
	const struct entry *e = linker_variant(l, hash);

	for (int k = 0; e != NULL && k < 2; k++) {
		hash = lexicon_hash(e->column[0]);
		e = linker_variant(l, hash);
	}
	l->canonical[term] = hash;
	return hash;
}
