/// What must not be lost: changes with who, when, why and what they cite, in SQLite or PostgreSQL
/// ([org.genryu.store.ChangeStore]). What a change means is the business of the book that it stands in, such as the
/// [programme register][org.genryu.store.register.ProgrammeRegister]. The only room that knows a database.
@NullMarked
package org.genryu.store;

import org.jspecify.annotations.NullMarked;
