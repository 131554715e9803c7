package eifexplorer.djl;

import eifexplorer.djl.ScriptToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Takes a TorchScript source apart as PyTorch's own lexer does, and refuses what would make the two disagree or PyTorch's
 * parser, which calls itself for each level, run out of stack.
 */
final class ScriptLexer {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_INDENT = 2 * 32;
  private static final int MAX_OPERATORS = 256;
  private static final int MAX_ALTERNATIVES = 64;
  private static final Set<String> NESTING =
      Set.of("if", "else", "elif", "not", "lambda", "and", "or");

  private final String code;
  private final List<ScriptToken> tokens = new ArrayList<>();
  private int at;
  private int line = 1;
  private int depth;
  private int operators;
  private int alternatives;
  private boolean lineBegins = true;

  private ScriptLexer(String code) {
    this.code = code;
  }

  /**
   * The words of a source; comments and white space are left out.
   *
   * @throws RefusedScriptException if it holds what no program that PyTorch wrote holds, or is nested too deeply
   */
  static List<ScriptToken> tokens(String code) {
    ScriptLexer lexer = new ScriptLexer(code);
    while (lexer.at < code.length()) {
      lexer.next();
    }
    return lexer.tokens;
  }

  private void next() {
    char c = code.charAt(at);
    if (lineBegins) {
      lineBegins = false;
      requireIndent();
    } else if (c == '\n') {
      newLine();
    } else if (c == ' ') {
      at++;
    } else if (c == '#') {
      int end = code.indexOf('\n', at);
      at = end < 0 ? code.length() : end;
    } else if (c == '"' || c == '\'') {
      string(c);
    } else if (isLetter(c)) {
      word();
    } else if (isDigit(c) || (c == '.' && at + 1 < code.length() && isDigit(code.charAt(at + 1)))) {
      number();
    } else {
      sign(c);
    }
  }

  private void requireIndent() {
    int end = at;
    while (end < code.length() && code.charAt(end) == ' ') {
      end++;
    }
    if (depth == 0 && end - at > MAX_INDENT) {
      throw refused("is nested too deeply");
    }
    at = end;
  }

  private void newLine() {
    at++;
    line++;
    lineBegins = true;
    if (depth == 0) {
      operators = 0;
    }
  }

  /** A string ends at the quotes that began it, one or three; a backslash takes the next character with it. */
  private void string(char quote) {
    String triple = String.valueOf(quote).repeat(3);
    int quotes = code.startsWith(triple, at) ? 3 : 1;
    String end = quotes == 3 ? triple : String.valueOf(quote);
    int begin = at + quotes;
    int first = line;
    at = begin;
    while (at < code.length() && !code.startsWith(end, at)) {
      if (code.charAt(at) == '\n') {
        if (quotes == 1) {
          throw refused("has a string without end");
        }
        line++;
      }
      at += code.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= code.length()) {
      throw refused("has a string without end");
    }
    tokens.add(new ScriptToken(Kind.STRING, code.substring(begin, at), first));
    at += quotes;
  }

  private void word() {
    int begin = at;
    while (at < code.length() && (isLetter(code.charAt(at)) || isDigit(code.charAt(at)))) {
      at++;
    }
    String word = code.substring(begin, at);
    if (NESTING.contains(word)) {
      countOperator();
    }
    if (word.equals("def")) {
      alternatives = 0;
    } else if (word.equals("elif") && ++alternatives > MAX_ALTERNATIVES) {
      throw refused("has a choice of too many cases");
    }
    tokens.add(new ScriptToken(Kind.NAME, word, line));
  }

  private void number() {
    int begin = at;
    while (at < code.length() && isOfNumber(begin)) {
      at++;
    }
    tokens.add(new ScriptToken(Kind.NUMBER, code.substring(begin, at), line));
  }

  private boolean isOfNumber(int begin) {
    char c = code.charAt(at);
    boolean exponentSign =
        (c == '-' || c == '+') && at > begin && "eE".indexOf(code.charAt(at - 1)) >= 0;
    return isDigit(c) || c == '.' || "eEj".indexOf(c) >= 0 || exponentSign;
  }

  private void sign(char c) {
    if ("()[]{}.,:;=+-*/%<>!&|^~@".indexOf(c) < 0) {
      throw refused(String.format(Locale.ROOT, "holds the character U+%04X", (int) c));
    }
    if ("([{".indexOf(c) >= 0 && ++depth > MAX_DEPTH) {
      throw refused("is nested too deeply");
    } else if (")]}".indexOf(c) >= 0 && --depth < 0) {
      throw refused("closes a bracket that is not open");
    } else if ("+-*/%<>!&|^~@".indexOf(c) >= 0) {
      countOperator();
    }
    at++;
    tokens.add(new ScriptToken(Kind.SIGN, String.valueOf(c), line));
  }

  private void countOperator() {
    if (++operators > MAX_OPERATORS) {
      throw refused("has a statement of too many operations");
    }
  }

  private RefusedScriptException refused(String why) {
    return new RefusedScriptException(why, line);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
