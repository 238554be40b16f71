/// Long work: a question to the program becomes a worker process, its state and its kept answer, addressed by content.
@NullMarked
package org.genryu.web.job;

import org.jspecify.annotations.NullMarked;
