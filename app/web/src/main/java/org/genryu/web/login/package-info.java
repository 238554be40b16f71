/// Who may come in where the workbench is shared: accounts, passwords, sessions, a provider of identities.
@NullMarked
package org.genryu.web.login;

import org.jspecify.annotations.NullMarked;
