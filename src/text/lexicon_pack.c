#include "lexicon_table.h"

/* A compiled list: the head, then a tag of each slot, the slots, and the lines of the list, each with its chain.  Numbers are the
 * machine's own. */

struct packed_slot {
	uint64_t hash;
	uint32_t line;   /* where its first line stands, from 1; 0: only a prefix */
	uint32_t longer;
};

struct line_head {
	uint32_t next;   /* where another line of the same words stands, from 1; 0: none */
	uint32_t len;
	uint32_t list;
};

struct head {
	char magic[16];
	uint64_t order;  /* ORDER, as the machine that made it writes it */
	uint64_t slots;  /* a power of two */
	uint64_t lines;  /* bytes */
	uint64_t spare[3];
	unsigned char lower[1024];
};

struct packed {
	const unsigned char *tag;
	const struct packed_slot *slot;
	struct slice lines;
	size_t slots;
	unsigned list;
	bool (*fits)(const struct entry *);
};

static const char MAGIC[16] = "hearsay words 1";
static const uint64_t ORDER = UINT64_C(0x0102030405060708);

/* The size of a table that is at most 70 % full. */
static size_t
slots_for(size_t used)
{
	size_t slots = 64;

	while (slots * 7 < used * 10)
		slots *= 2;
	return slots;
}

/* Appends the lines of an entry and those of the same words; returns where the first stands, from 1. */
static uint32_t
add_lines(struct buf *lines, const struct entry *e)
{
	uint32_t first = (uint32_t)lines->len + 1;

	for (; e != NULL; e = e->next) {
		size_t end = e->columns > 0 ? (size_t)(e->column[e->columns - 1].at - e->word.at) + e->column[e->columns - 1].len : e->word.len;
		struct line_head head = { .len = (uint32_t)end, .list = e->list };

		if (e->next != NULL)
			head.next = (uint32_t)(lines->len + sizeof head + end) + 1;
		buf_add(lines, slice_make((const char *)&head, sizeof head));
		buf_add(lines, slice_make(e->word.at, end));
	}
	return first;
}

bool
lexicon_pack(const struct lexicon *l, struct buf *out)
{
	size_t slots = slots_for(l->used);
	unsigned char *tag = mem_alloc(slots);
	struct packed_slot *slot = mem_alloc(slots * sizeof *slot);
	struct buf lines = { 0 };
	struct head head = { .order = ORDER, .slots = slots };
	bool fits;

	for (size_t k = 0; k < l->slots; k++) {
		size_t i = (size_t)l->slot[k].hash & (slots - 1);

		if (l->tag[k] == 0)
			continue;
		while (tag[i] != 0)
			i = (i + 1) & (slots - 1);
		tag[i] = l->tag[k];
		slot[i] = (struct packed_slot){ l->slot[k].hash, 0, l->slot[k].next != 0 };
		if (l->slot[k].first != NULL)
			slot[i].line = add_lines(&lines, l->slot[k].first);
	}
	memcpy(head.magic, MAGIC, sizeof MAGIC);
	head.lines = lines.len;
	for (size_t k = 0; k < sizeof head.lower; k++)
		head.lower[k] = l->lower[k];
	fits = lines.len < UINT32_MAX;
	if (fits) {
		buf_add(out, slice_make((const char *)&head, sizeof head));
		buf_add(out, slice_make((const char *)tag, slots));
		buf_add(out, slice_make((const char *)slot, slots * sizeof *slot));
		buf_add(out, buf_slice(&lines));
	}
	mem_free(tag);
	mem_free(slot);
	buf_free(&lines);
	return fits;
}

bool
lexicon_is_packed(struct slice bytes)
{
	return bytes.len >= sizeof MAGIC && memcmp(bytes.at, MAGIC, sizeof MAGIC) == 0;
}

struct lexicon *
lexicon_packed(struct slice bytes, unsigned list, bool (*fits)(const struct entry *))
{
	struct lexicon *l;
	struct packed *p;
	struct head head;
	size_t rest = bytes.len - sizeof head;

	if (!lexicon_is_packed(bytes) || bytes.len < sizeof head)
		return NULL;
	memcpy(&head, bytes.at, sizeof head);
	if (head.order != ORDER || head.slots < 64 || (head.slots & (head.slots - 1)) != 0 ||
	    head.slots > rest / (1 + sizeof(struct packed_slot)) ||
	    head.lines != rest - head.slots * (1 + sizeof(struct packed_slot)) ||
	    memchr(bytes.at + sizeof head, 0, (size_t)head.slots) == NULL)
		return NULL;
	l = lexicon_new();
	p = mem_alloc(sizeof *p);
	p->slots = (size_t)head.slots;
	p->tag = (const unsigned char *)bytes.at + sizeof head;
	p->slot = (const void *)(bytes.at + sizeof head + p->slots);
	p->list = list;
	p->fits = fits;
	p->lines = slice_make(bytes.at + sizeof head + p->slots * (1 + sizeof(struct packed_slot)), (size_t)head.lines);
	for (size_t k = 0; k < sizeof head.lower; k++)
		l->lower[k] = head.lower[k] != 0;
	l->packed = p;
	l->made = mem_alloc(p->slots * sizeof *l->made);
	return l;
}

/* What is kept where the file is damaged and there is no entry. */
static const struct entry nothing = { 0 };

/* The entries of the lines from that place on, built once and kept, up to where the file is damaged. */
static const struct entry *
make(const struct lexicon *l, uint32_t line)
{
	struct entry *first = NULL, **to = &first;
	struct slice lines = l->packed->lines;

	while (line != 0) {
		struct line_head head;
		struct entry *e;

		if (lines.len < sizeof head || line - 1 > lines.len - sizeof head)
			break;
		memcpy(&head, lines.at + line - 1, sizeof head);
		if (head.len > lines.len - sizeof head - (line - 1) || (head.next != 0 && head.next <= line))
			break;
		e = lexicon_entry((struct lexicon *)l, slice_make(lines.at + line - 1 + sizeof head, head.len));
		e->list = head.list;
		if (e->list != l->packed->list || e->columns == 0 || !l->packed->fits(e))
			break;
		*to = e;
		to = &e->next;
		line = head.next;
	}
	if (first == NULL)
		return &nothing;
	first->lists = 1U << first->list;
	return first;
}

bool
lexicon_packed_step(const struct lexicon *l, uint64_t hash, const struct entry **e, uint32_t *next)
{
	const struct packed *p = l->packed;
	size_t i = (size_t)hash & (p->slots - 1);

	/* who writes over the file may leave no free slot: none is looked at twice */
	for (size_t left = p->slots; p->tag[i] != lexicon_tag(hash) || p->slot[i].hash != hash; i = (i + 1) & (p->slots - 1))
		if (p->tag[i] == 0 || --left == 0)
			return false;
	if (p->slot[i].line != 0 && l->made[i] == NULL)
		l->made[i] = make(l, p->slot[i].line);
	*e = l->made[i] != &nothing ? l->made[i] : NULL;
	*next = p->slot[i].longer != 0 ? UINT32_MAX : 0;
	return true;
}
