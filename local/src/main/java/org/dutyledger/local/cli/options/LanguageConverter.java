package org.dutyledger.local.cli.options;

import org.dutyledger.verifier.finding.Text.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --lang}. */
public final class LanguageConverter implements ITypeConverter<Language> {
    @Override
    public Language convert(String value) {
        return switch (value) {
            case "zh" -> Language.ZH;
            case "en" -> Language.EN;
            default -> throw new TypeConversionException("expected zh or en but was '" + value + "'");
        };
    }
}
