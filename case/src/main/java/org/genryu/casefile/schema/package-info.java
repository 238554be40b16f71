/// What may stand in a case, and what is said of what may not? The tables, columns and actions that exist
/// ([org.genryu.casefile.schema.CaseSchema], [org.genryu.casefile.schema.ActionShapes]), how their names are spelt,
/// and every sentence about a fault ([org.genryu.casefile.schema.CaseFindings]).
@NullMarked
package org.genryu.casefile.schema;

import org.jspecify.annotations.NullMarked;
