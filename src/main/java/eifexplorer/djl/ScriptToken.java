package eifexplorer.djl;

/**
 * A word of a TorchScript source.
 *
 * @param kind what it is
 * @param text as written; of a string what is between its quotes
 * @param line its line, from 1
 */
record ScriptToken(Kind kind, String text, int line) {
  /** Kinds of words. */
  enum Kind {
    NAME,
    NUMBER,
    STRING,
    SIGN
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isName(String name) {
    return kind == Kind.NAME && text.equals(name);
  }
}
