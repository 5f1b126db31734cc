// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionsTest {

    private final Regions regions = new Regions();

    @Test
    void thereAre38ProvincesEachWithCodesAndNamesOfItsOwn() {
        List<Region> all = regions.all();
        assertEquals(38, all.size());
        assertEquals(38, all.stream().map(Region::iso).distinct().count());
        assertEquals(38, all.stream().map(Region::kemendagri).distinct().count());
        assertEquals(38, all.stream().map(Region::en).distinct().count());
        assertEquals(38, all.stream().map(Region::id).distinct().count());
        assertTrue(all.stream().allMatch(one -> one.iso().matches("ID-[A-Z]{2}")));
        assertTrue(all.stream().allMatch(one -> one.kemendagri().matches("[1-9]\\d")));
        assertEquals(
                all.stream().sorted(Comparator.comparing(Region::kemendagri)).toList(), all);
    }

    @ParameterizedTest
    @CsvSource({
        "ID-AC,11,Aceh",
        "ID-JK,31,DKI Jakarta",
        "ID-JB,32,Jawa Barat",
        "ID-PA,91,Papua",
        "ID-PS,93,Papua Selatan",
        "ID-PT,94,Papua Tengah",
        "ID-PE,95,Papua Pegunungan",
        "ID-PD,96,Papua Barat Daya"
    })
    void aProvinceIsFoundByItsIsoCode(String iso, String kemendagri, String name) {
        Region found = regions.find(iso).orElseThrow();
        assertEquals(kemendagri, found.kemendagri());
        assertEquals(name, found.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ID", "ID-XX", "id-jb", "32", "", "ID-JW"})
    void whatIsNoProvinceIsNotFound(String code) {
        assertEquals(Optional.empty(), regions.find(code));
    }

    @ParameterizedTest
    @CsvSource({"32.73,ID-JB", "31.01,ID-JK", "96.71,ID-PD", "11.01,ID-AC"})
    void aRegencyLiesInTheProvinceThatItsCodeBeginsWith(String code, String iso) {
        assertEquals(iso, regions.regency(code).orElseThrow().iso());
    }

    @ParameterizedTest
    @ValueSource(strings = {"32", "3273", "32.00", "32.7", "32.731", "20.01", "32.73.01", "", "٣٢.٧٣"})
    void whatIsNoCodeOfARegencyLiesNowhere(String code) {
        assertEquals(Optional.empty(), regions.regency(code));
    }
}
