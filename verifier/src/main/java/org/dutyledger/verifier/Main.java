package org.dutyledger.verifier;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dutyledger.verifier.input.UnusableInputException;

/** The program that an auditor runs. */
public final class Main {
    private static final String USAGE = """
            用法 / usage:
              java -jar dutyledger-verifier.jar BUNDLE [REPORT] [--key FILE] [--cosigner WHO]... [--lang zh|en]

              BUNDLE            证明包                        the report's proof bundle, *.proof.json
              REPORT            报告文件（DOCX 或 HTML）      the report's file, DOCX or HTML
              --key FILE        必须由此公钥签名（PEM）       the public key that must have signed (PEM)
              --cosigner WHO    还必须由其副署                who must have cosigned: name=FILE (PEM) or name+id+key
              --lang zh|en      语言，默认中文                language, Chinese unless said otherwise

              java -jar dutyledger-verifier.jar verify-ledger EXPORT [--key FILE]... [--checkpoint FILE]... [--lang zh|en]

              EXPORT            导出的账本                    the exported ledger
              --checkpoint FILE 留存的检查点，账本必须延续它  a checkpoint kept from before, which the ledger must continue

              java -jar dutyledger-verifier.jar cosign CHECKPOINT --key FILE --name NAME --log-key FILE [--previous FILE]
                  [--proof FILE]

              CHECKPOINT        要副署的检查点                the checkpoint to countersign
              --key FILE        副署方私钥（PEM）             the cosigner's private key (PEM)
              --name NAME       副署方名称                    the cosigner's name
              --log-key FILE    账本公钥（PEM）               the ledger's public key (PEM)
              --previous FILE   留存的检查点                  a checkpoint kept from before
              --proof FILE      一致性证明                    answer of GET /api/v1/ledger/consistency?from=&to=

            退出码 / exit code: 0 通过 holds, 1 不通过 does not hold, 2 用法或文件有误 wrong usage or unreadable file,
              3 不是签发的文件，但可读文字相同 not the issued file, but the text that can be read is the same""";

    private Main() {}

    /**
     * Ends with exit code 0 when all holds, 1 when something does not, 2 for wrong usage or an unreadable file, 3 for a copy
     * of the issued file.
     */
    public static void main(String[] arguments) {
        if (!ShortRun.isIt()) {
            try {
                System.exit(ShortRun.of(Main.class, arguments));
            } catch (IOException e) {
                // this JVM does it as well, more slowly
            }
        }
        // regardless of the terminal's own setting
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), false, StandardCharsets.UTF_8);
        int code = run(List.of(arguments), out, err);
        out.flush();
        err.flush();
        System.exit(code);
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.println(USAGE);
            return 0;
        }
        try {
            return Commands.run(arguments, out, err);
        } catch (UnusableInputException | IOException e) {
            err.println(e.getMessage());
            err.println("用法 / usage: --help");
            return 2;
        } catch (RuntimeException | StackOverflowError e) {
            err.println("核验未能完成，没有结论：" + e + " / the verification could not be completed, there is no verdict");
            return 2;
        }
    }
}
