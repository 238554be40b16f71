/// `genryu serve`: the workbench in the browser, started from the command line.
@NullMarked
package org.genryu.cli.serve;

import org.jspecify.annotations.NullMarked;
