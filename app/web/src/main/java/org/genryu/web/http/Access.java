package org.genryu.web.http;

/// What somebody must be to ask for something; each may do what those before it may.
public enum Access {
    /// Who has not said who they are: the log-in page, its style sheet, whether the server is well.
    ANYONE,
    /// Looks.
    VIEWER,
    /// Asks questions of the program and drafts cases.
    ANALYST,
    /// Decides what stands in the books: ledger, register, cases of others.
    KEEPER,
    /// Keeps accounts and backups.
    ADMINISTRATOR;

    public boolean allows(Access needed) {
        return compareTo(needed) >= 0;
    }
}
