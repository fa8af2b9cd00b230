"""A text as what people paste is looked for in it: traditional characters as simple ones, place by place."""

from __future__ import annotations

_TRADITIONAL = (
    "們誌領導級單參會議講話報紙專業學鄉親幹職員來賓臺灣總結標題網進編輯為您蒐集閱讀點擊關註評論轉載連頁圖書館檔資料庫寫範鏈發時間瀏覽"
    "舉購買費預廣訂閱號碼掃聯電請說見動開術華將這個對於還讓與無從視務實國門歡體會獎勵稱謝諸師長處團黨組織軍隊農縣鎮區環機關節慶賀詞辭獻禮"
    "搜記錄筆記錄復製製微載費贊賞顯示餘續頂樓訴議題館協議聲權歸屬責編輯篩選薦熱門頻欄導雲"
)
_SIMPLE = (
    "们志领导级单参会议讲话报纸专业学乡亲干职员来宾台湾总结标题网进编辑为您搜集阅读点击关注评论转载连页图书馆档资料库写范链发时间浏览"
    "举购买费预广订阅号码扫联电请说见动开术华将这个对于还让与无从视务实国门欢体会奖励称谢诸师长处团党组织军队农县镇区环机关节庆贺词辞献礼"
    "搜记录笔记录复制制微载费赞赏显示余续顶楼诉议题馆协议声权归属责编辑筛选荐热门频栏导云"
)
_TABLE = str.maketrans(_TRADITIONAL, _SIMPLE)


def simple(text: str) -> str:
    """The text in simple characters, as far as words of address, of papers and of pages go; as long as it was."""
    return text.translate(_TABLE)
