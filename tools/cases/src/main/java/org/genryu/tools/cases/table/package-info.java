/// Tables in and out: figures as they were published, each with its source, and the tables of the case.
@NullMarked
package org.genryu.tools.cases.table;

import org.jspecify.annotations.NullMarked;
