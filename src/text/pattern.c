#define PCRE2_CODE_UNIT_WIDTH 8
#include "pattern.h"

#include <pcre2.h>

#include "mem.h"

enum { MATCH_LIMIT = 100000, DEPTH_LIMIT = 10000, HEAP_LIMIT_KIB = 16 * 1024, REASON_MOST = 256 };

struct pattern {
	pcre2_code *code;
	pcre2_match_data *data;
	pcre2_match_context *context;
};

static void *
take(size_t size, void *unused)
{
	(void)unused;
	return mem_take(size);
}

static void
give_back(void *p, void *unused)
{
	(void)unused;
	mem_free(p);
}

struct pattern *
pattern_new(const char *source, struct buf *why)
{
	struct pattern *p = mem_alloc(sizeof *p);
	pcre2_general_context *memory = pcre2_general_context_create(take, give_back, NULL);
	pcre2_compile_context *compile = pcre2_compile_context_create(memory);
	PCRE2_SIZE where;
	int error, len;

	p->code = pcre2_compile((PCRE2_SPTR)source, PCRE2_ZERO_TERMINATED, PCRE2_UTF | PCRE2_UCP, &error, &where, compile);
	pcre2_compile_context_free(compile);
	if (p->code == NULL) {
		buf_room(why, REASON_MOST);
		len = pcre2_get_error_message(error, (PCRE2_UCHAR *)why->at + why->len, REASON_MOST);
		why->len += len > 0 ? (size_t)len : 0;
		pcre2_general_context_free(memory);
		mem_free(p);
		return NULL;
	}
	pcre2_jit_compile(p->code, PCRE2_JIT_COMPLETE);
	p->data = pcre2_match_data_create(PATTERN_GROUPS, memory);
	p->context = pcre2_match_context_create(memory);
	pcre2_general_context_free(memory);
	pcre2_set_match_limit(p->context, MATCH_LIMIT);
	pcre2_set_depth_limit(p->context, DEPTH_LIMIT);
	pcre2_set_heap_limit(p->context, HEAP_LIMIT_KIB);
	return p;
}

void
pattern_free(struct pattern *p)
{
	if (p == NULL)
		return;
	pcre2_code_free(p->code);
	pcre2_match_data_free(p->data);
	pcre2_match_context_free(p->context);
	mem_free(p);
}

bool
pattern_find(const struct pattern *p, struct slice text, size_t from, struct match *m)
{
	const char *subject = text.at != NULL ? text.at : "";
	int n = pcre2_match(p->code, (PCRE2_SPTR)subject, text.len, from, PCRE2_NO_UTF_CHECK, p->data, p->context);
	const PCRE2_SIZE *at = pcre2_get_ovector_pointer(p->data);

	if (n < 0)
		return false;
	m->groups = n == 0 ? PATTERN_GROUPS : (size_t)n;
	for (size_t i = 0; i < PATTERN_GROUPS; i++) {
		bool took_part = i < m->groups && at[2 * i] != PCRE2_UNSET;

		m->start[i] = took_part ? at[2 * i] : 0;
		m->end[i] = took_part ? at[2 * i + 1] : 0;
	}
	return true;
}
