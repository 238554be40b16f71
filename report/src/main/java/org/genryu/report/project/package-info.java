/// What a project is worth, told to people: its tables ([org.genryu.results.ProjectTables]) and its page
/// ([org.genryu.report.project.ProjectPage]).
@NullMarked
package org.genryu.report.project;

import org.jspecify.annotations.NullMarked;
