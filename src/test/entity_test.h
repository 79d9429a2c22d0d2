/* entity_test: what the tables of entities share. */
#ifndef ENTITY_TEST_H
#define ENTITY_TEST_H

#include "entity.h"
#include "tap.h"

/* Puts the linked mentions of d by the rules into list. */
static inline void
link_names(struct entity_rules *rules, struct doc *d, struct entity_list *list)
{
	list->len = 0;
	entity_scan(&rules->gazetteer, d, &rules->scan);
	entity_find(&rules->gazetteer, &rules->scan, list);
	entity_link(&rules->gazetteer, &rules->scan, d, list);
}

#endif
