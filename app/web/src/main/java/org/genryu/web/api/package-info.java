/// The interface for programs: what the workbench knows and what it can be asked, as JSON, described by itself.
@NullMarked
package org.genryu.web.api;

import org.jspecify.annotations.NullMarked;
