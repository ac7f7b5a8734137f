package org.dutyledger.local.cli.ledger;

import java.nio.file.Path;
import org.dutyledger.verifier.finding.Text.Language;

/** What an import did. */
record ImportText(Language language) {
    String notImported() {
        return say("未恢复任何内容。", "Nothing was imported.");
    }

    String imported(long events, long before) {
        return say(
                "已恢复事件 " + events + " 条" + (before > 0 ? "（其中 " + before + " 条为上次中断前所恢复）" : "") + "，库中内容与导出文件逐项一致。",
                "Imported " + events + " events"
                        + (before > 0 ? ", " + before + " of them before it was interrupted" : "")
                        + "; the store holds what the file holds.");
    }

    String keysToBring(Path keys) {
        return say(
                "启动前请把原来的密钥放到 " + keys + "；否则会另生成一把密钥，此后的检查点不再由已公布的公钥所验证。",
                "Put the old keys into " + keys
                        + " before 'start': else a new key is made, and checkpoints from then on"
                        + " are not signed by the one that was published.");
    }

    private String say(String chinese, String english) {
        return language == Language.ZH ? chinese : english;
    }
}
