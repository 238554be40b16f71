/// Log-in at a real provider of identities.
package org.genryu.provider;
