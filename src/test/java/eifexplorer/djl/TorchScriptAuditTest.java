package eifexplorer.djl;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TorchScriptAuditTest {
  private static void require(String statements) {
    String head =
        """
        class Net(Module):
          __parameters__ = []
          __buffers__ = []
          training : bool
          conv : __torch__.torch.nn.modules.conv.___torch_mangle_0.Conv2d
          def forward(self: __torch__.Net,
            x: Tensor) -> Tensor:
        """;
    StringBuilder code = new StringBuilder(head);
    statements.lines().forEach(line -> code.append("    ").append(line).append('\n'));
    TorchScriptAudit.require(List.of(code.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return torch.relu(x)",
        "conv = self.conv\nreturn (conv).forward(x, )",
        "_0 = getattr(self, \"0\")\nreturn (_0).forward(x, )",
        "_0 = __torch__.torch.nn.functional.___torch_mangle_3.relu\nreturn _0(x, inplace=True)",
        "_1 = ops.prim.NumToTensor(torch.size(x, 0))\nreturn torch.view(x, [int(_1), -1])",
        "# torch.save(x, \"a\") is only spoken of\nreturn torch.add(x, CONSTANTS.c0, alpha=1)",
        "s = \"torch.save(x)\"\nreturn x",
        "for _2 in range(3):\n  x = torch.add_(x, 1.5e-05)\nreturn x",
        "if torch.__isnot__(x, None):\n  ops.prim.RaiseException(\"no\")\nreturn x.mean([2, 3])",
        "return (x if self.training else torch.dropout(x, 0.5, False))",
        "return ops.quantized.conv2d(x, self.conv, 1., 0)"
      })
  void networksPass(String statements) {
    assertDoesNotThrow(() -> require(statements));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return torch.from_file(\"/etc/passwd\")",
        "return torch . from_file ( \"/etc/passwd\" )",
        "return torch.\\\n  from_file(\"/etc/passwd\")",
        "return (torch.\n  from_file)(\"/etc/passwd\")",
        "f = torch.from_file\nreturn f(\"/etc/passwd\")",
        "f = torch\nreturn f.from_file(\"/etc/passwd\")",
        "return getattr(torch, \"from_file\")(\"/etc/passwd\")",
        "return getattr(torch, \"relu\")(x)",
        "return getattr(\"/etc/passwd\", \"from_file\")()",
        "s = \"/etc/passwd\"\nreturn getattr(s, \"from_file\")()",
        "s = \"/etc/passwd\"\nreturn getattr(s, \"from\\x5ffile\")()",
        "s = \"/etc/passwd\"\nn = \"from_file\"\nreturn getattr(s, n)()",
        "return \"/etc/passwd\".from_file()",
        "s = \"/etc/passwd\"\nreturn s.from_file()",
        "(torch.save)(x, \"stolen\")\nreturn x",
        "torch.save(x, \"stolen\")\nreturn x",
        "torch.save # a word\n(x, \"stolen\")\nreturn x",
        "x.save(\"stolen\")\nreturn x",
        "f = x.save\nf(\"stolen\")\nreturn x",
        "save = 1\nx.save(\"stolen\")\nreturn x",
        "from_file = 1\nreturn \"/etc/passwd\".from_file()",
        "_embedding_bag = 1\nreturn x._embedding_bag(x, x)",
        "as_strided = 1\nreturn x.as_strided([9], [1], 0)",
        "return torch.autograd.from_file(\"/etc/passwd\")",
        "return ops.aten.from_file(\"/etc/passwd\")",
        "return ops.image.read_file(\"/etc/passwd\")",
        "f = ops.aten\nreturn f.from_file(\"/etc/passwd\")",
        "return ops.prim.rpc_sync(x)",
        "return fork(x)",
        "print(x)\nreturn x",
        "return open(\"/etc/passwd\")",
        "return torch.nonsense(x)",
        "p = __torch__.torch.classes.rpc.WorkerInfo(\"a\", 1)\nreturn x",
        "p = __torch__ . torch . classes . profiler.enable()\nreturn x",
        "return (__torch__.torch.classes).image.read(\"a\")",
        "return \u1d57orch.save(x)",
        "s = 'a\nreturn x",
        "return\tx"
      })
  void whatReachesOutIsRefusedHoweverItIsWritten(String statements) {
    assertThrows(RefusedScriptException.class, () -> require(statements));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "-", "not ", "x if x else ", "x + ", "x ** "})
  void whatWouldOverrunTheParsersStackIsRefused(String piece) {
    assertThrows(
        RefusedScriptException.class, () -> require("return " + piece.repeat(100_000) + "x"));
  }

  @Test
  void blocksWithinBlocksWithoutEndAreRefused() {
    StringBuilder code = new StringBuilder();
    for (int depth = 0; depth < 1000; depth++) {
      code.append("  ".repeat(depth)).append("if x:\n");
    }
    assertThrows(RefusedScriptException.class, () -> require(code + "  ".repeat(1000) + "pass"));
  }

  @Test
  void aChoiceOfCountlessCasesIsRefused() {
    String code = "if x:\n  pass\n" + "elif x:\n  pass\n".repeat(10_000) + "return x";
    assertThrows(RefusedScriptException.class, () -> require(code));
  }

  @Test
  void longRepeatedWordsAreReadInOneGo() {
    String code = "# " + "torch.".repeat(2_000_000) + "\nreturn x";
    assertDoesNotThrow(() -> require(code));
  }
}
