import { Details } from '../../src/ui/data/Details';
import { Money } from '../../src/ui/data/Money';
import { PrintPage, Signatures } from '../../src/ui/PrintPage';
import { Receipt } from '../../src/ui/Receipt';
import { Sample } from './Sample';

export function Paper() {
  return (
    <>
      <Sample name="PrintPage、Signatures：A4，打印时只剩这张纸">
        <PrintPage title="2026年11月贴息发放批次单" foot="批次 2026-11，王敏 11月22日 16:20 打印">
          <Details
            items={[
              { label: '笔数', value: '143' },
              { label: '合计', value: <Money fen={18_642_055} withCapitals /> },
            ]}
          />
          <Signatures names={['制单', '复核', '出纳', '负责人']} />
        </PrintPage>
      </Sample>
      <Sample name="Receipt：交了以后手里有什么">
        <Receipt
          title="已投递：汽车维修工"
          number="T20261124-0031"
          facts={['平湖市望远汽车服务有限公司', '11月24日 16:05', '张** 投递']}
          next={['单位 7 天内答复，通常 2 天', '过了 7 天没答复，服务站替您问']}
          withdraw="10 分钟内可以撤回，在“我的投递”里。"
        />
      </Sample>
    </>
  );
}
