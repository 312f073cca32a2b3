# Scans through Windows Image Acquisition 2.0 (wiaaut.dll) and says line by line what came of it:
#   DEVICE <id><tab><name>     one for each scanner (-List)
#   PAGE <path>                a whole page, BMP
#   DONE                       the end, nothing went wrong
#   FAULT <hresult in hex>     what went wrong
param(
    [switch]$List,
    [string]$Device = "",
    [string]$Folder = "",
    [int]$Resolution = 200,
    [int]$Intent = 2,          # 1 colour, 2 grey, 4 black and white
    [int]$Handling = 1,        # 1 feeder, 2 glass, 5 feeder and both sides
    [int]$Width = 0,           # dots; 0 leaves the area as it is
    [int]$Height = 0
)
$ErrorActionPreference = "Stop"
[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
$Bmp = "{B96B3CAB-0728-11D3-9D7B-0000F81EF32E}"
$PaperEmpty = 0x80210003L # a long: without the letter Windows takes it for a negative number

function Say([string]$line) { [Console]::Out.WriteLine($line); [Console]::Out.Flush() }

# A driver that lacks a property goes on with its own value.
function Put($properties, [string]$id, $value) { try { $properties.Item($id).Value = $value } catch { } }

try {
    $manager = New-Object -ComObject WIA.DeviceManager
    $scanners = @($manager.DeviceInfos | Where-Object { $_.Type -eq 1 })
    if ($List) {
        foreach ($one in $scanners) { Say ("DEVICE {0}`t{1}" -f $one.DeviceID, $one.Properties.Item("Name").Value) }
        Say "DONE"
        exit 0
    }
    $info = $scanners | Where-Object { $Device -eq "" -or $_.DeviceID -eq $Device } | Select-Object -First 1
    if ($null -eq $info) { Say "FAULT 80210015"; exit 1 }
    $scanner = $info.Connect()
    if ($Folder -eq "") { Say "DONE"; exit 0 }
    Put $scanner.Properties "3088" $Handling
    Put $scanner.Properties "3096" 1
    $number = 0
    while ($true) {
        $item = $scanner.Items.Item(1)
        Put $item.Properties "6146" $Intent
        Put $item.Properties "6147" $Resolution
        Put $item.Properties "6148" $Resolution
        if ($Width -gt 0) {
            Put $item.Properties "6149" 0
            Put $item.Properties "6150" 0
            Put $item.Properties "6151" $Width
            Put $item.Properties "6152" $Height
        }
        try {
            $picture = $item.Transfer($Bmp)
        } catch {
            # A feeder that ran empty after a page is the end.
            if ($number -gt 0 -and (($_.Exception.GetBaseException().HResult -band 0xFFFFFFFFL) -eq $PaperEmpty)) { break }
            throw
        }
        $number++
        $path = Join-Path $Folder ("page-{0:d4}.bmp" -f $number)
        $picture.SaveFile("$path.part")
        Move-Item -LiteralPath "$path.part" -Destination $path
        Say "PAGE $path"
        if (($Handling -band 1) -eq 0) { break }
    }
    Say "DONE"
} catch {
    Say ("FAULT {0:X8}" -f ($_.Exception.GetBaseException().HResult -band 0xFFFFFFFFL))
    exit 1
}
