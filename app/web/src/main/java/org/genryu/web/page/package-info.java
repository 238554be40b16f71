/// The pages of the workbench: one class for each question.
@NullMarked
package org.genryu.web.page;

import org.jspecify.annotations.NullMarked;
